import { child } from '../../syntax';
import { message } from '../../../shared/message';
import { callArguments } from '../callArguments';
import type { Here } from '../evaluator';
import { reasons } from '../reasons';
import { constant, join, unknown, type Value, type Values, withNote, withStep } from '../values';

/** Names under which absl and old TensorFlow keep the parsed flags. */
const holders = new Set([
  'absl.flags.FLAGS',
  'tensorflow.flags.FLAGS',
  'tensorflow.app.flags.FLAGS',
  'tensorflow.compat.v1.flags.FLAGS',
]);

/** `FLAGS.model`: the default that `DEFINE_string("model", …)` gives; null for any other attribute. */
export function abslFlag(value: Value, name: string, here: Here): Values | null {
  if (value.kind !== 'external' || !holders.has(value.path.join('.'))) return null;
  const { index } = here.module;
  const defining = [...index.words].filter((word) => word.startsWith('DEFINE_'));
  const calls = defining.flatMap((word) => index.callsNamed(word));
  const found = calls.flatMap((node): Values[] => {
    const args = callArguments(child(node, 'arguments'), { ...here, frame: null });
    const [flag] = args.get(0, ['name']) ?? [];
    if (flag?.kind !== 'text' || flag.text !== name) return [];
    const given =
      args.get(1, ['default'])?.filter((each) => each.kind !== 'constant' || each.value !== null) ?? [];
    const shown = `--${name}`;
    const values =
      given.length > 0
        ? withNote(given, reasons.flagMayOverride(shown))
        : [unknown(reasons.flag(shown)), constant(null)];
    return [withStep(values, message('default of {0}', shown), here.module.spot(node))];
  });
  return found.length > 0 ? join(...found) : [unknown(reasons.flag(`--${name}`))];
}
