import type { FromPanel, PanelState, ToPanel } from '../present/panel/protocol';

interface VsCodeApi {
  postMessage(message: FromPanel): void;
  setState(state: PanelState | null): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** The extension, as a webview's script sees it. */
export interface Host {
  send(message: FromPanel): void;
  /** What the panel is opened with again after a restart. */
  remember(state: PanelState | null): void;
}

/** Connects to the extension: `receive` hears all that it says from now on. */
export function connect(receive: (message: ToPanel, host: Host) => void): Host {
  const api = acquireVsCodeApi();
  const host: Host = {
    send: (message) => api.postMessage(message),
    remember: (state) => api.setState(state),
  };
  // Nobody but the extension can post to a webview: VS Code keeps its own frame around it.
  window.addEventListener('message', (event: MessageEvent<ToPanel>) => receive(event.data, host));
  host.send({ kind: 'ready' });
  return host;
}
