import { anyElement } from '../iteration';
import { reasons } from '../reasons';
import { type Values, withNote } from '../values';
import type { LibraryCall, LibraryFunctions } from './calls';

/** What a user may choose from a list: any of it. */
function choice({ args, here }: LibraryCall): Values | null {
  const options = args.get(1, ['options']);
  return options && anyElement(options, here);
}

/** A field for text begins with a value that the user may change. */
function field({ args }: LibraryCall): Values | null {
  const values = args.get(1, ['value']);
  const [label] = args.get(0, ['label']) ?? [];
  return values && withNote(values, reasons.flagMayOverride(label?.kind === 'text' ? label.text : ''));
}

export const widgetCalls: LibraryFunctions = Object.fromEntries(
  ['streamlit', 'streamlit.sidebar'].flatMap((place) => [
    ...['selectbox', 'radio', 'select_slider', 'segmented_control', 'pills'].map(
      (name) => [`${place}.${name}`, choice] as const,
    ),
    ...['text_input', 'text_area'].map((name) => [`${place}.${name}`, field] as const),
  ]),
);
