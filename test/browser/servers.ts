// The built site under two addresses, for as long as the tests run.
import { dist, serve } from '../../scripts/serve.ts'
import { places } from './sites.ts'

await serve(dist, places.root)
await serve(dist, places.deep)
