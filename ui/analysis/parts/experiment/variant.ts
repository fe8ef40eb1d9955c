/** The dimension that names the variant, where the query does not say. */
export const VARIANT = 'variant';
