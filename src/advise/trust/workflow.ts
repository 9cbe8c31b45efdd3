/** What the job of a GitHub workflow that asks AWS for credentials says about its token. */
export interface JobFacts {
  /** Its environment; "" where an expression names it. */
  readonly environment: string | undefined
  /** The audience that it asks for; the action's default where it names none. */
  readonly audience: string | undefined
  /** The only branch whose pushes start the workflow; undefined where there are several, or other events. */
  readonly branch: string | undefined
  /** Only pull requests start the workflow. */
  readonly isPullRequest: boolean
}

interface Line {
  readonly indent: number
  readonly key: string
  readonly value: string
}

/**
 * https://github.com/aws-actions/configure-aws-credentials asks for the audience sts.amazonaws.com, and
 * https://docs.github.com/en/actions/reference/security/oidc says what the subject is made of.
 */
export function jobFacts(text: string): JobFacts | undefined {
  if (!/\b(?:runs-on|uses|id-token):/.test(text)) return undefined
  const lines = text.split(/\r?\n/).flatMap(readLine)
  const action = lines.findIndex(({ key, value }) => key === 'uses' && value.includes('configure-aws-credentials'))
  const job = jobAround(lines, action)
  return {
    environment: environmentOf(job),
    audience: action < 0 ? undefined : (valueBehind(job, 'audience') ?? 'sts.amazonaws.com'),
    branch: onlyBranch(lines),
    isPullRequest: isOnlyPullRequest(lines),
  }
}

/**
 * A workflow wants a role with its token and doesn't ask for one: `permissions` without `id-token: write`, no long-term keys, and a role.
 * https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws
 */
export function lacksIdToken(text: string): boolean {
  // The action's own hint, and the error of GitHub's toolkit.
  if (/Did you mean to set the .?id-token.? permission|Unable to get ACTIONS_ID_TOKEN_REQUEST_URL/.test(text))
    return true
  const lines = text.split(/\r?\n/).flatMap(readLine)
  const has = (key: string): boolean => lines.some((line) => line.key === key)
  const usesAction = lines.some(({ key, value }) => key === 'uses' && value.includes('configure-aws-credentials'))
  if (!usesAction || !has('role-to-assume') || has('aws-access-key-id')) return false
  return !lines.some(
    ({ key, value }) =>
      (key === 'id-token' && value === 'write') ||
      (key === 'permissions' && (value === 'write-all' || /id-token:\s*write/.test(value))),
  )
}

/** "  - key: value" with its indentation; none for anything else. */
function readLine(line: string): readonly Line[] {
  const [, before = '', key, value = ''] =
    /^([ \t]{0,200}(?:- {1,8})?)["']?([\w-]{1,80})["']?:(?:[ \t]+(.{0,400}))?$/.exec(line) ?? []
  return key === undefined ? [] : [{ indent: before.length, key, value: plain(value) }]
}

const plain = (value: string): string =>
  value
    .replace(/\s#.*$/, '')
    .trim()
    .replace(/^["'](.*)["']$/, '$1')

/** The lines of the job that contains the line at `at`; all lines if no job contains it. */
function jobAround(lines: readonly Line[], at: number): readonly Line[] {
  const steps = lines.slice(0, Math.max(at, 0)).findLastIndex(({ key }) => key === 'steps')
  const inside = lines[steps]?.indent
  if (inside === undefined) return lines
  const from = lines.slice(0, steps).findLastIndex(({ indent }) => indent < inside)
  const outer = lines[from]?.indent ?? -1
  const length = lines.slice(from + 1).findIndex(({ indent }) => indent <= outer)
  return lines.slice(from + 1, length < 0 ? undefined : from + 1 + length)
}

function environmentOf(lines: readonly Line[]): string | undefined {
  const at = lines.findIndex(({ key }) => key === 'environment')
  const line = lines[at]
  if (!line) return undefined
  const name = line.value !== '' ? line.value : nameBelow(lines, at, line.indent)
  return name?.includes('${') ? '' : name
}

function nameBelow(lines: readonly Line[], at: number, indent: number): string | undefined {
  const next = lines.slice(at + 1)
  const end = next.findIndex((line) => line.indent <= indent)
  return valueBehind(end < 0 ? next : next.slice(0, end), 'name')
}

const valueBehind = (lines: readonly Line[], key: string): string | undefined =>
  lines.find((line) => line.key === key && line.value !== '' && !line.value.includes('${'))?.value

const events: ReadonlySet<string> = new Set([
  'push',
  'pull_request',
  'workflow_dispatch',
  'schedule',
  'release',
  'workflow_call',
])

const triggers = (lines: readonly Line[]): ReadonlySet<string> => {
  const on = lines.find(({ key }) => key === 'on')
  const listed = (on?.value ?? '').split(/[[\],\s]+/).filter((word) => events.has(word))
  const below = lines.filter(({ key, indent }) => indent > 0 && indent <= 4 && events.has(key)).map(({ key }) => key)
  return new Set([...listed, ...below])
}

const isOnlyPullRequest = (lines: readonly Line[]): boolean => [...triggers(lines)].join() === 'pull_request'

function onlyBranch(lines: readonly Line[]): string | undefined {
  if ([...triggers(lines)].join() !== 'push') return undefined
  const branches = lines.find(({ key }) => key === 'branches')?.value ?? ''
  return /^\[\s*["']?([\w./-]+)["']?\s*\]$/.exec(branches)?.[1]
}
