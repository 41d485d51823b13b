/** Starts the window on the bridge that the preload made. */
import { mount } from 'svelte';
import App from './App.svelte';
import './base.css';

mount(App, { target: document.body, props: { bridge: window.kuferak } });
