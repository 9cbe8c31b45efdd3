// The built site under two addresses, for as long as the tests run.
import { dist, serve } from '../../scripts/serve.ts'
import { ports } from './sites.ts'

await serve(dist, { port: ports.root })
await serve(dist, { port: ports.deep, base: '/a/b/' })
