import {
  billingTasks,
  billingView,
  collectionScript,
  notSeen,
  outsideAccess,
  pathsToAdministrator,
  type Survey,
  survey,
  unusedPrincipals,
} from '../../account/index.ts'
import { loadReference } from '../../hosting/load-reference.ts'
import { pathsInAccounts } from '../../lint/index.ts'
import { requiredServices } from '../../reference/index.ts'
import {
  administratorsPart,
  billingPart,
  csvTable,
  htmlTable,
  htmlText,
  markdownTable,
  markdownText,
  notSeenSentence,
  outsidePart,
  type ReportPart,
  scriptWords,
  unusedPart,
} from '../../words/index.ts'
import { type AccountFiles, readAccountFiles, surroundingsOf, whyUnanswerable } from '../account-files.ts'
import type { CommandArguments, RunCommand, Status } from '../command.ts'
import type { Io } from '../io.ts'

/** What the report is made of. */
interface Report {
  readonly principals: number
  readonly parts: readonly ReportPart[]
  readonly notSeen: readonly string[]
}

/** Outputs of the AWS CLI → a report: Billing, paths to administrator, access from outside, unused users and roles. */
export const runAccount: RunCommand = (args, io) => report(args, io)

async function report(args: CommandArguments, io: Io): Promise<Status> {
  const [verb, ...names] = args.files
  if (verb === 'script') return printScript(args, io)
  if (verb !== 'report') return stop(io, 'account takes one word: account report [FILE…] or account script')
  const write = formats.get(args.format ?? (args.json ? 'json' : 'text'))
  if (!write) return stop(io, `account report has the formats ${[...formats.keys()].join(', ')}`)
  const files = await readAccountFiles(names, io)
  for (const problem of files.problems) io.tell(problem)
  const why = whyUnanswerable(files.collection)
  if (why !== undefined) return stop(io, why)
  await io.print(write(await reportOf(files)))
  return files.problems.length > 0 ? 2 : 0
}

/** The script that collects what the report reads. */
async function printScript({ format = 'bash', files }: CommandArguments, io: Io): Promise<Status> {
  if ((format !== 'bash' && format !== 'powershell') || files.length > 1)
    return stop(io, 'account script has the formats bash and powershell, and takes no file')
  await io.print(collectionScript(format, scriptWords()).trimEnd())
  return 0
}

function stop(io: Io, why: string): Status {
  io.tell(`whydenied: ${why}`)
  return 2
}

async function reportOf({ collection }: AccountFiles): Promise<Report> {
  const texts = [
    ...billingTasks.flatMap(({ patterns }) => patterns),
    ...pathsInAccounts.flatMap(({ actions }) => actions),
    ...collection.policies.map(({ document }) => JSON.stringify(document) ?? ''),
    'sts:AssumeRole',
  ]
  const surveyed: Survey = survey(
    collection.account,
    surroundingsOf(collection, await loadReference(requiredServices(texts))),
  )
  return {
    principals: collection.account.principals.length,
    parts: [
      billingPart(billingView(surveyed), ({ principal }) => collection.people(principal)),
      administratorsPart(pathsToAdministrator(surveyed, pathsInAccounts)),
      outsidePart(outsideAccess(surveyed)),
      unusedPart(unusedPrincipals(collection.account, collection.credentials, Date.now())),
    ],
    notSeen: [
      ...notSeen(surveyed, true).map((each) => notSeenSentence(each)),
      ...(collection.credentials ? [] : [notSeenSentence({ code: 'no-credential-report' })]),
    ],
  }
}

function asText({ principals, parts, notSeen: gaps }: Report): string {
  const lines = ({ heading, about, lines: [, ...rows] }: ReportPart): readonly string[] => [
    '',
    heading,
    about,
    ...rows.map((cells) => `  ${cells.filter((cell) => cell !== '').join('  ')}`),
  ]
  return [`${principals} users and roles`, ...parts.flatMap(lines), '', ...gaps.map((gap) => `not seen: ${gap}`)].join(
    '\n',
  )
}

const asCsv = ({ parts, notSeen: gaps }: Report): string =>
  [
    ...parts.map(({ heading, lines }) => csvTable([[heading], ...lines])),
    csvTable([['Not taken into account'], ...gaps.map((gap) => [gap])]),
  ].join('\n')

const asMarkdown = ({ parts, notSeen: gaps }: Report): string =>
  [
    '# Account report',
    ...parts.flatMap(({ heading, about, lines }) => [`## ${heading}`, markdownText(about), markdownTable(lines)]),
    '## Not taken into account',
    gaps.map((gap) => `- ${markdownText(gap)}`).join('\n'),
  ].join('\n\n')

function asHtml({ principals, parts, notSeen: gaps }: Report): string {
  const section = ({ id, heading, about, lines }: ReportPart): string =>
    `<section id="${id}"><h2>${htmlText(heading)}</h2><p>${htmlText(about)}</p>${htmlTable(lines)}</section>`
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Account report</title><style>
body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem; color-scheme: light dark }
table { border-collapse: collapse; font-size: .875rem } th, td { border: 1px solid #8888; padding: .25rem .5rem; text-align: start; vertical-align: top }
section { overflow-x: auto }
</style></head><body>
<h1>Account report</h1><p>${principals} users and roles.</p>
${parts.map(section).join('\n')}
<section><h2>Not taken into account</h2><ul>${gaps.map((gap) => `<li>${htmlText(gap)}</li>`).join('')}</ul></section>
</body></html>`
}

const formats: ReadonlyMap<string, (report: Report) => string> = new Map([
  ['text', asText],
  ['json', (made) => JSON.stringify(made, null, 2)],
  ['csv', asCsv],
  ['markdown', asMarkdown],
  ['html', asHtml],
])
