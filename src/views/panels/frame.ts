import { env, Uri, type Webview } from 'vscode';
import { type FromPanel, readFromPanel, type ToPanel } from '../../present/panel/protocol';
import { DisposableOwner } from '../../shared/disposable';

/** What a webview is made with. */
export interface FrameParts {
  readonly extension: Uri;
  /** Which script of `dist/webview` draws it. */
  readonly script: 'model' | 'flow' | 'sql';
  readonly title: string;
  /** Where it stands: the ground is that of an editor, or of a side bar. */
  readonly ground?: 'editor' | 'side';
}

/**
 * The inside of a webview: one script of ours, one style sheet, nothing else may load or run. It is told the latest state
 * whenever it starts, so a webview that was hidden, and with that thrown away, comes back as it should be now.
 */
export class Frame extends DisposableOwner {
  private listening = false;
  private latest: ToPanel | null = null;

  constructor(
    private readonly webview: Webview,
    parts: FrameParts,
    private readonly receive: (message: FromPanel) => void,
  ) {
    super();
    const { extension } = parts;
    const localResourceRoots = ['dist/webview', 'media'].map((folder) => Uri.joinPath(extension, folder));
    webview.options = { enableScripts: true, localResourceRoots };
    this.register(webview.onDidReceiveMessage((data: unknown) => this.hear(data)));
    webview.html = frameHtml(webview, parts);
  }

  /** Shows a state from now on. */
  show(state: ToPanel): void {
    this.latest = state;
    if (this.listening) void this.webview.postMessage(state);
  }

  /** Says something once, to whoever listens now. */
  tell(message: ToPanel): void {
    void this.webview.postMessage(message);
  }

  private hear(data: unknown): void {
    const message = readFromPanel(data);
    if (message?.kind === 'ready') {
      this.listening = true;
      if (this.latest) void this.webview.postMessage(this.latest);
    }
    if (message) this.receive(message);
  }
}

/** Nothing is put into this page but addresses of our own files, a nonce and a title: all else comes as data. */
function frameHtml(webview: Webview, { extension, script, title, ground = 'editor' }: FrameParts): string {
  const address = (...path: string[]) => webview.asWebviewUri(Uri.joinPath(extension, ...path)).toString();
  const nonce = globalThis.crypto.randomUUID().replaceAll('-', '');
  const policy = [
    "default-src 'none'",
    `style-src ${webview.cspSource}`,
    `script-src 'nonce-${nonce}'`,
    // A picture of the flow is drawn from the page itself before it is saved.
    ...(script === 'flow' ? ['img-src blob:'] : []),
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${attribute(env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${attribute(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${attribute(title)}</title>
<link rel="stylesheet" href="${attribute(address('media', 'panel.css'))}">
</head>
<body class="${ground}">
<main></main>
<script nonce="${nonce}" src="${attribute(address('dist', 'webview', `${script}.js`))}"></script>
</body>
</html>`;
}

function attribute(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
