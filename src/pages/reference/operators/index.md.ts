import type { APIRoute } from 'astro'
import { operatorsTwin } from '../../../site/language/language-twins.ts'

/** The list of operators as Markdown. */
export const GET: APIRoute = () => new Response(operatorsTwin())
