/** A check's address below "checks/": "PASS_ROLE_WITH_STAR" to "pass-role-with-star". */
export const checkSlug = (code: string): string => code.toLowerCase().replaceAll('_', '-')
