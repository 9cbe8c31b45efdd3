import type { APIRoute } from 'astro'
import { checkerProps } from '../site/checker-props.ts'

/** The data of the single-file checker, in addition to its code. */
export const GET: APIRoute = async () => new Response(JSON.stringify(await checkerProps()))
