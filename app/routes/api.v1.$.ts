import { problem } from '#app/api/problem.ts';

export function loader(): Response {
  return problem(404, 'The API has no such address.');
}

export const action = loader;
