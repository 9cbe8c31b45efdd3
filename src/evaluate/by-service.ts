import { remember } from '../text/index.ts'
import type { CompiledStatement } from './statement.ts'

/** The statements that can match a request for this service (its prefix in lower case), in their order. */
export type StatementsFor = (service: string) => readonly CompiledStatement[]

/** More services than AWS has. */
const mostServices = 1024

/**
 * Indexes statements by the services that their actions name, so that a request doesn't pay for statements about other services. `*` and
 * `NotAction` can match every service. A service's list is made when the first request asks for it: evaluators for one question need one list.
 */
export const byService = (statements: readonly CompiledStatement[]): StatementsFor =>
  remember((service) => statements.filter(({ services }) => !services || services.has(service)), mostServices)
