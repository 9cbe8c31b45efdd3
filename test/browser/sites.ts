// The two addresses the built site is served at: at the root, and under a path. WHYDENIED_TEST_PORT moves both, so two checkouts can test at once.
const first = Number(process.env.WHYDENIED_TEST_PORT ?? 4330)

export const ports = { root: first, deep: first + 1 } as const
export const root = `http://localhost:${ports.root}/`
export const deep = `http://localhost:${ports.deep}/a/b/`
