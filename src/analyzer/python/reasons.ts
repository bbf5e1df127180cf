/** Why a value is not known, in words of the user. One function a reason, so that each is worded once. */
import { type Message, message } from '../../shared/message';

export const reasons = {
  parameter: (name: string, owner: string): Message =>
    message('comes from the parameter "{0}" of {1}, which no call in this file sets', name, owner),
  openParameter: (name: string, owner: string): Message =>
    message('comes from the parameter "{0}" of {1}, which is given more than this file shows', name, owner),
  flag: (flag: string): Message => message('comes from {0}, which has no default', flag),
  flagMayOverride: (flag: string): Message => message('{0} may name another one', flag),
  variable: (name: string): Message =>
    message('comes from the environment variable {0}, which has no default', name),
  variableMayOverride: (name: string): Message =>
    message('the environment variable {0} may name another one', name),
  undefinedName: (name: string): Message => message('"{0}" is not defined in this file', name),
  deleted: (name: string): Message => message('"{0}" is deleted before it gets there', name),
  number: (value: string): Message => message('is {0}, which names no model', value),
  captured: (name: string): Message => message('"{0}" gets its value at run time', name),
  call: (name: string): Message => message('comes from a call of {0}, which is not followed', name),
  outside: (name: string): Message => message('comes from {0}, which is outside of the workspace', name),
  attribute: (name: string): Message =>
    message('comes from the attribute "{0}", whose value is not known', name),
  element: (name: string): Message => message('comes from an element of {0} that is not known', name),
  expression: (code: string): Message => message('comes from "{0}", which cannot be worked out', code),
  input: (): Message => message('is typed in when the program runs'),
  commandLine: (): Message => message('comes from the command line (sys.argv)'),
  configFile: (name: string): Message =>
    message('comes from the configuration file {0}, which is not in the workspace', name),
  configKey: (key: string, file: string): Message => message('{1} has no value at "{0}"', key, file),
  pending: (name: string): Message => message('{0} is still being read', name),
  tooDeep: (): Message => message('takes more steps to work out than are taken'),
  circular: (): Message => message('depends on itself'),
  empty: (name: string): Message => message('comes from "{0}", which is empty unless it is set', name),
  implicit: (task: string): Message =>
    message('no model is named: this is the default of the library for "{0}"', task),
  noDefault: (task: string): Message =>
    message('no model is named, and the default of the library for "{0}" is not known', task),
  nothing: (): Message => message('has no value that reaches the call'),
} as const;
