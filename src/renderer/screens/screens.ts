/** Which component is which screen. */
import type { Component } from 'svelte';
import type { ScreenName } from '../lib/nav.svelte.ts';
import Claims from './claims/Claims.svelte';
import Compare from './compare/Compare.svelte';
import Dossiers from './dossiers/Dossiers.svelte';
import Library from './library/Library.svelte';
import Log from './log/Log.svelte';
import Read from './reader/Read.svelte';
import Search from './search/Search.svelte';
import Settings from './settings/Settings.svelte';
import Timeline from './timeline/Timeline.svelte';

export const screens: Readonly<Record<ScreenName, Component>> = {
  library: Library,
  search: Search,
  read: Read,
  compare: Compare,
  claims: Claims,
  timeline: Timeline,
  dossiers: Dossiers,
  log: Log,
  settings: Settings,
};
