/** The program's positions and VS Code's: both count from 0 in UTF-16 units, so only the shape differs. */
import { Position as EditorPosition, Range as EditorRange } from 'vscode';
import type { Position, Range } from '../shared/positions';

export function toEditorPosition({ line, column }: Position): EditorPosition {
  return new EditorPosition(line, column);
}

export function toEditorRange({ start, end }: Range): EditorRange {
  return new EditorRange(toEditorPosition(start), toEditorPosition(end));
}

export function fromEditorPosition({ line, character }: EditorPosition): Position {
  return { line, column: character };
}
