import type { Action } from './reference.ts'

/** An action that AWS added and the data set doesn't have yet. */
interface Addition extends Action {
  /** The service's prefix. */
  readonly service: string
  readonly source: string
  /** When the source was read. */
  readonly date: string
}

/**
 * Rows are dropped when the data set catches up: a test says so.
 * The permissions that Access Troubleshooter asks for belong to IAM, although its API is called iam-toolbox.
 */
export const additions: readonly Addition[] = [
  {
    service: 'iam',
    name: 'GetRequestAuthorizationDetails',
    accessLevels: ['Read'],
    resourceTypes: [],
    conditionKeys: [],
    dependentActions: [],
    source: 'https://docs.aws.amazon.com/iam-toolbox/latest/APIReference/API_GetRequestAuthorizationDetails.html',
    date: '2026-11-28',
  },
  {
    service: 'iam',
    name: 'GetRequestAuthorizationPolicy',
    accessLevels: ['Read'],
    resourceTypes: [],
    conditionKeys: [],
    dependentActions: [],
    source: 'https://docs.aws.amazon.com/iam-toolbox/latest/APIReference/API_GetRequestAuthorizationPolicy.html',
    date: '2026-11-28',
  },
]
