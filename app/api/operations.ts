import type { Permission } from '#app/domain/permission.ts';

/** What the API offers and what each operation takes; whatever is not in here is refused. */
export const API_OPERATIONS = {
  'GET /api/v1/gap': 'see figures',
  'GET /api/v1/forecast': 'see forecasts',
} as const satisfies Readonly<Record<string, Permission>>;
