/** Reads the arguments of commands, which may be anything: links, key bindings and other extensions pass them. */
import type { Hub } from '../../shared/hub';
import type { Place, Position } from '../../shared/positions';
import { readState } from '../../present/panel/protocol';
import { Row } from '../../present/tree/row';

/** A place with the key of its workspace folder. */
export interface FolderPlace {
  readonly folder: string;
  readonly place: Place;
}

/** The model that a command is about, from a row, an id or a panel; null when it is not said. */
export function modelOf(argument: unknown): { id: string; hub: Hub } | null {
  if (argument instanceof Row) return argument.content.model ?? null;
  if (isObject(argument)) return readState(argument);
  return typeof argument === 'string' && argument ? { id: argument, hub: 'huggingface' } : null;
}

/** The place that a command is about, from a row or a link; null when it is not said. */
export function placeOf(argument: unknown): FolderPlace | null {
  if (argument instanceof Row) return argument.content.target ?? null;
  if (!isObject(argument)) return null;
  const { folder, file, cell, range } = argument;
  if (typeof folder !== 'string' || typeof file !== 'string' || !isObject(range)) return null;
  const { start, end } = range;
  if (!(cell === null || isCount(cell)) || !isPosition(start) || !isPosition(end)) return null;
  return { folder, place: { file, cell, range: { start, end } } };
}

function isObject(
  value: unknown,
): value is { readonly [key: string]: unknown } & Record<
  'folder' | 'file' | 'cell' | 'range' | 'start' | 'end' | 'line' | 'column',
  unknown
> {
  return typeof value === 'object' && value !== null;
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 0;
}

function isPosition(value: unknown): value is Position {
  return isObject(value) && isCount(value.line) && isCount(value.column);
}
