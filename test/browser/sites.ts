// The two addresses the built site is served at: at the root, and under a path. WHYDENIED_TEST_PORT moves both, so two checkouts can test at once;
// WHYDENIED_TEST_BASE puts the first one under a path, too.
const first = Number(process.env.WHYDENIED_TEST_PORT ?? 4330)

interface Place {
  readonly port: number
  readonly base: string
}

export const places = {
  root: { port: first, base: process.env.WHYDENIED_TEST_BASE ?? '/' },
  deep: { port: first + 1, base: '/a/b/' },
} as const satisfies Record<string, Place>

const addressOf = ({ port, base }: Place): string => `http://localhost:${port}${base}`

export const root = addressOf(places.root)
export const deep = addressOf(places.deep)
