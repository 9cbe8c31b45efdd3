// The built site under two addresses, for as long as the tests run.
import { dist, serve } from '../../scripts/serve.ts'

await serve(dist, { port: 4330 })
await serve(dist, { port: 4331, base: '/a/b/' })
