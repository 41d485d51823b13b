/** The bridge: one function for each call of the contract, plain data only. Runs sandboxed, apart from the page. */
import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron';
import { channels } from './channels.ts';

/** Written in by the build, from the keys of the contract's list of calls and of its events. */
declare const CALL_NAMES: readonly string[];
declare const EVENT_NAMES: readonly string[];

let lastCall = 0;

const groups: Record<
  string,
  Record<string, (input: unknown, call?: number) => Promise<unknown>>
> = {};
for (const name of CALL_NAMES) {
  const [group = '', verb = ''] = name.split('.');
  (groups[group] ??= {})[verb] = (input, call) =>
    ipcRenderer.invoke(channels.call, { call: call ?? --lastCall, name, input });
}

contextBridge.exposeInMainWorld('kuferak', {
  ...groups,
  cancel: (call: number) => {
    ipcRenderer.send(channels.cancel, call);
  },
  on: (event: string, listener: (value: unknown) => void) => {
    if (!EVENT_NAMES.includes(event)) throw new Error('no such event');
    const hear = (_event: IpcRendererEvent, message: { event: string; value: unknown }) => {
      if (message.event === event) listener(message.value);
    };
    ipcRenderer.on(channels.event, hear);
    return () => {
      ipcRenderer.off(channels.event, hear);
    };
  },
  dropped: (files: readonly File[]) =>
    ipcRenderer.invoke(
      channels.dropped,
      files.map((file) => webUtils.getPathForFile(file)),
    ),
});
