import { loadReference } from '../../../scripts/load-reference.ts'
import { toIndex } from '../../reference/index.ts'

/** /reference/index.json: every service's prefix and name, and how old the data is. */
export const GET = async (): Promise<Response> => Response.json(toIndex(await loadReference([])))
