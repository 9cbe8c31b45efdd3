import type { APIRoute } from 'astro'
import { checkerProps } from '../site/checker-props.ts'

/** What the checker in one file is made of, beside its code. */
export const GET: APIRoute = async () => new Response(JSON.stringify(await checkerProps()))
