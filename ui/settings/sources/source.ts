import type { paths } from '../../api/schema.d.ts';

/** Where events come from. */
export type Source =
  paths['/api/sources']['get']['responses'][200]['content']['application/json']['sources'][number];
