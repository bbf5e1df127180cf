import type { WorkspaceView } from '../../src/analyzer/source';

const modelFile = /^(config|adapter_config)\.json$|\.(safetensors|bin|pth?|gguf|onnx)$/;

/** The files of one case as the analyzer may ask for them; everything is known at once, nothing is pending. */
export function workspaceOf(files: ReadonlyMap<string, string>): WorkspaceView {
  const text = (path: string): string | null => files.get(path) ?? null;
  return {
    source: text,
    config: text,
    path: (path) => {
      if (files.has(path)) return 'file';
      const inside = [...files.keys()].filter((file) => path === '' || file.startsWith(`${path}/`));
      if (inside.length === 0) return 'nothing';
      const own = inside.map((file) => file.slice(path === '' ? 0 : path.length + 1));
      return own.some((name) => modelFile.test(name)) ? 'model' : 'folder';
    },
  };
}
