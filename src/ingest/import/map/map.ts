import { type Static, Type } from 'typebox';
import { Compile, type Validator } from 'typebox/compile';
import { type Channel, isObject, type Refusal, refusal } from '../../../core/index.ts';
import type { Reading } from '../read/rows.ts';
import { commonSettings } from './common.ts';
import type { MapProblem, Target } from './compile.ts';
import { nearest } from './nearest.ts';
import type { Preset, Rules } from './preset.ts';
import { PRESETS } from './presets.ts';

const AnyMap = Type.Object({ preset: Type.String(), ...commonSettings });
/** A map that was checked by `parseMap`; what its preset adds is known to the preset. */
export type ImportMap = Static<typeof AnyMap>;

/** A map compiled against a file. */
export interface CompiledMap {
  readonly rules: Rules;
  readonly channel: Channel | undefined;
  readonly presetChannel: Channel;
  /** Columns of the file that the map does not use; grows when JSON lines bring new keys. */
  unusedColumns(): string[];
}

const validators = new Map<string, Validator>(PRESETS.map((preset) => [preset.id, Compile(preset.schema)]));

/**
 * Checks that a document is a map.
 * Refuses `import.map-invalid` (422) with every place that is wrong (JSON pointers) in `detail.problems`.
 */
export function parseMap(document: unknown): ImportMap {
  const preset = presetOf(document);
  const problems = problemsOf(validators.get(preset.id)!.Errors(document), preset);
  if (problems.length > 0) throw mapRefusal(problems);
  return document as ImportMap;
}

type ValidationError = ReturnType<Validator['Errors']>[number];

/** The validator's errors in words, one a place. Below a choice every branch complains; that is told as one problem. */
function problemsOf(errors: readonly ValidationError[], preset: Preset): MapProblem[] {
  const problems = new Map<string, MapProblem>();
  const tell = (key: string, place: string, message: string) => {
    if (!problems.has(key)) problems.set(key, { place, message });
  };
  for (const { schemaPath, instancePath, keyword, params, message } of errors) {
    const [choice, ...branch] = schemaPath.split('/anyOf');
    if (branch.length > 0 || keyword === 'anyOf') {
      tell(choice!, instancePath, 'is none of the forms that are possible here');
    } else if (keyword === 'required') {
      const { requiredProperties } = params as { readonly requiredProperties: readonly string[] };
      tell(schemaPath + keyword, instancePath || '/', `lacks ${requiredProperties.join(', ')}`);
    } else if (keyword === 'boolean') tell(instancePath, instancePath, unknownSetting(instancePath, preset));
    else if (keyword !== 'additionalProperties') tell(instancePath, instancePath, message);
  }
  return [...problems.values()];
}

function presetOf(document: unknown): Preset {
  const id = isObject(document) ? document['preset'] : undefined;
  const preset = PRESETS.find((candidate) => candidate.id === id);
  if (preset !== undefined) return preset;
  const ids = PRESETS.map((candidate) => candidate.id);
  throw mapRefusal([{ place: '/preset', message: `must be one of ${ids.join(', ')}` }]);
}

function unknownSetting(place: string, preset: Preset): string {
  const name = place.split('/').at(-1) ?? '';
  const near = nearest(name, Object.keys(preset.schema.properties));
  return `is no setting of ${preset.id}${near === undefined ? '' : `; did you mean "${near}"?`}`;
}

/**
 * Compiles a map against an opened file.
 * Refuses `import.map-unfit` (422) when it names columns that the file does not have (with the nearest name), unknown time
 * zones or formats: all of them in `detail.problems`, the columns of the file in `detail.columns`.
 * In JSON lines keys may come up late: there only what every row needs (time, order number …) is missed at once.
 * @param asOf the moment for which rows without a time speak, ms since the epoch
 */
export function compileMap(map: ImportMap, reading: Reading, asOf: number): CompiledMap {
  const preset = presetOf(map);
  const required = (preset.schema.required ?? []).map((name) => `/${name}`);
  const target: Target = { ...targetOf(map, reading.columns), absent: reading.absent, required };
  const rules = preset.compile(map, target, asOf);
  if (target.problems.length > 0) {
    throw mapRefusal(
      target.problems,
      reading.columns.filter((name) => !reading.absent.includes(name)),
    );
  }
  return {
    rules,
    channel: map.channel,
    presetChannel: preset.channel,
    unusedColumns: () => (target.takesRest ? [] : reading.columns.filter((name) => !target.used.has(name))),
  };
}

const PROBLEMS_TOLD_MAX = 100;

function mapRefusal(problems: readonly MapProblem[], columns?: readonly string[]): Refusal {
  const told = problems.slice(0, PROBLEMS_TOLD_MAX).map((problem) => {
    const near =
      problem.column === undefined || columns === undefined ? undefined : nearest(problem.column, columns);
    return near === undefined
      ? problem
      : { ...problem, message: `${problem.message}; did you mean "${near}"?` };
  });
  const first = told[0]!;
  const more = told.length > 1 ? ` And ${told.length - 1} more.` : '';
  const has = columns === undefined ? '' : ` It has: ${columns.slice(0, 50).join(', ')}.`;
  const code = columns === undefined ? 'import.map-invalid' : 'import.map-unfit';
  return refusal(code, 422, `The map does not fit: ${first.place} ${first.message}.${more}${has}`, {
    detail: columns === undefined ? { problems: told } : { problems: told, columns },
  });
}

/** All columns that a map names. */
export function namedColumns(map: ImportMap): string[] {
  const target = targetOf(map, []);
  presetOf(map).compile(map, target, 0);
  return [...target.used];
}

function targetOf(map: ImportMap, columns: readonly string[]): Target {
  return {
    settings: map,
    columns,
    absent: [],
    required: [],
    used: new Set(),
    takesRest: false,
    problems: [],
  };
}
