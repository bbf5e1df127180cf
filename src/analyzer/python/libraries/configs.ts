import type { Here } from '../evaluator';
import { shorten } from '../evaluator';
import { child } from '../../syntax';
import { callArguments } from '../callArguments';
import { ConfigData, type ConfigFormat } from '../configData';
import { composeConfig } from '../hydra';
import { reasons } from '../reasons';
import { data, object, unknown, type Value, type Values } from '../values';
import type { LibraryCall, LibraryFunction, LibraryFunctions } from './calls';

/** Dotted name that stands for an opened file; its receiver path is kept as the object's argument. */
const openedFile = ['io', 'File'];

/** `open(path)`: a file whose path is known. */
function open({ callee, args, site }: LibraryCall): Values {
  const path = callee.receiver ? [callee.receiver] : (args.get(0, ['file']) ?? []);
  return path.map((each) => (each.kind === 'text' ? object([...openedFile, each.text], site) : each));
}

/** The path of what a reader is given: an opened file, its text, or the path itself. */
function pathOf(value: Value): string | null {
  if (value.kind === 'object' && value.path[0] === 'io') return value.path.slice(2).join('/');
  return value.kind === 'text' ? value.text : null;
}

/** Reads a configuration from the opened file, path or text that is given. */
function load({ args, here }: LibraryCall): Values {
  const given = args.get(0, ['stream', 'fp', 'f', 'file_', 's', 'config_file', 'path_or_file', 'file']) ?? [];
  return given.flatMap((each) => readConfig(each, here));
}

/** Reads a configuration from its text, written in the code or read from a file. */
function loads(format: ConfigFormat): LibraryFunction {
  return (call) => {
    const given = call.args.get(0, ['s', 'stream', 'obj']) ?? [];
    return given.flatMap((value) => {
      const inCode = value.kind === 'text' && ConfigData.inText(value, call.here.module.path, format);
      return inCode ? [{ ...data(inCode), note: value.note }] : readConfig(value, call.here);
    });
  };
}

function readConfig(value: Value, here: Here): Values {
  if (value.kind === 'unknown' || value.kind === 'data') return [value];
  const path = pathOf(value);
  if (path === null) return [unknown(reasons.expression(shorten(value.kind)))];
  return configAt(path, here).map((each) => ({ ...each, note: each.note ?? value.note }));
}

/** The configuration at a path, seen from the root and from the file's folder. */
export function configAt(path: string, here: Here): Values {
  const found = here.evaluator.world.config(path, here.module.path);
  if (found === 'pending') return [unknown(reasons.pending(path))];
  return [found ? data(found) : unknown(reasons.configFile(path))];
}

/** `file.read()`: what is read is known by where it stands. */
function read(path: readonly string[]): LibraryFunction | null {
  return path[0] === openedFile[0] && path[1] === openedFile[1]
    ? ({ callee }) => callee.receiver && [callee.receiver]
    : null;
}

/** The methods of an opened file, whose path is part of its name. */
export function fileMethod(path: readonly string[]): LibraryFunction | null {
  const name = path.at(-1);
  return name === 'read' || name === 'readlines' || name === '__enter__' ? read(path) : null;
}

/** `OmegaConf.merge(a, b)`: the later one wins; what cannot be known may override. */
function merge({ args }: LibraryCall): Values {
  const given = args.positional.map((thunk) => thunk());
  const known = given.flatMap((each) => each.filter((value) => value.kind === 'data'));
  const [last, ...earlier] = known.reverse();
  if (!last) return given[0] ?? [];
  return [data(earlier.reduce((over, base) => over.over(base.data), last.data))];
}

/** `hydra.compose(config_name="config")` after `initialize(config_path="conf")`. */
function compose({ args, here }: LibraryCall): Values {
  const names = args.get(0, ['config_name']) ?? [];
  const folders = initializedFolders(here);
  return names.flatMap((name) =>
    name.kind === 'text' ? folders.flatMap((folder) => composeConfig(folder, name.text, here)) : [],
  );
}

/** The `config_path` of every `initialize(…)` of the file. */
function initializedFolders(here: Here): string[] {
  const { index } = here.module;
  const calls = [...index.callsNamed('initialize'), ...index.callsNamed('initialize_config_dir')];
  const folders = calls.flatMap((node) => {
    const callee = child(node, 'function');
    if (!callee || !/(^|\.)initialize(_config_dir)?$/.test(here.module.textOf(callee))) return [];
    const given = callArguments(child(node, 'arguments'), here).get(1, ['config_path', 'config_dir']) ?? [];
    return given.flatMap((each) => (each.kind === 'text' ? [each.text] : []));
  });
  return folders.length > 0 ? folders : ['.'];
}

/** `OmegaConf.create(…)`: of a dictionary or of a text in YAML. */
function create(call: LibraryCall): Values | null {
  const given = call.args.get(0, ['obj']);
  return given?.some(({ kind }) => kind === 'text') ? loads('yaml')(call) : given;
}

const same: LibraryFunction = ({ args }) => args.get(0, []);

export const configCalls: LibraryFunctions = {
  'builtins.open': open,
  'io.open': open,
  'codecs.open': open,
  'builtins.str.open': open,
  'builtins.str.read_text': open,
  'builtins.str.read_bytes': open,
  'yaml.safe_load': loads('yaml'),
  'yaml.load': loads('yaml'),
  'yaml.full_load': loads('yaml'),
  'ruamel.yaml.YAML.load': load,
  'json.load': load,
  'json.loads': loads('json'),
  'tomllib.load': load,
  'tomllib.loads': loads('toml'),
  'tomli.load': load,
  'tomli.loads': loads('toml'),
  'toml.load': load,
  'toml.loads': loads('toml'),
  'omegaconf.OmegaConf.load': load,
  'omegaconf.OmegaConf.create': create,
  'omegaconf.OmegaConf.to_container': same,
  'omegaconf.OmegaConf.merge': merge,
  'hydra.compose': compose,
  'omegaconf.OmegaConf.structured': same,
  'omegaconf.OmegaConf.to_object': same,
  'munch.munchify': same,
};
