import type { z } from 'zod';
import { kindOf } from './fields.ts';
import type { JsonPath } from './json-path.ts';

/** A problem of one record as a schema found it. */
export type FieldProblem = {
  readonly path: JsonPath;
  readonly message: string;
  /** A key that should not be there, rather than a value that is wrong. */
  readonly isUnknownKey: boolean;
  /** See {@link Report}. */
  readonly dependsOn: readonly string[];
};

const EXPECTED: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  null: 'null',
};

/** Says what is wrong with a value where its schema has no words of its own. */
export function describeIssue(issue: z.core.$ZodRawIssue): string {
  if (issue.code === 'invalid_union') return describeKind(issue);
  if (issue.input === undefined) return 'is missing';
  if (issue.code === 'invalid_value') return `must be ${oneOf(issue.values as readonly unknown[])}`;
  if (issue.code !== 'invalid_type') return 'is not valid';
  return `must be ${EXPECTED[issue.expected as string] ?? issue.expected}, not ${kindOf(issue.input)}`;
}

function describeKind(issue: z.core.$ZodRawIssue): string {
  const { discriminator, options } = issue as { discriminator?: string; options?: readonly unknown[] };
  if (!discriminator || !options) return 'is not valid';
  const input = issue.input;
  const isMissing = typeof input !== 'object' || input === null || !Object.hasOwn(input, discriminator);
  return isMissing ? 'is missing' : `must be ${oneOf(options)}`;
}

/** Lists choices: `"theme", "species" or "year"`. */
export function oneOf(choices: readonly unknown[]): string {
  const shown = choices.map((choice) => JSON.stringify(choice));
  const last = shown.pop() ?? '';
  return shown.length === 0 ? last : `${shown.join(', ')} or ${last}`;
}

/** Takes the issues of a schema apart, so that every unknown key is a problem of its own. */
export function fieldProblems(issues: readonly z.core.$ZodIssue[]): FieldProblem[] {
  return issues.flatMap((issue): FieldProblem[] => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        path: [...issue.path, key],
        message: 'unknown key',
        isUnknownKey: true,
        dependsOn: [],
      }));
    }
    const dependsOn: string[] = issue.code === 'custom' ? (issue.params?.dependsOn ?? []) : [];
    return [{ path: issue.path, message: issue.message, isUnknownKey: false, dependsOn }];
  });
}
