import { type Case, diagnose, readGivenPolicies, sortReading } from '../../src/advise/index.ts'
import { readAll } from '../../src/denial/index.ts'
import { languagesFor } from '../../src/session/languages.ts'

/** The diagnosis of a case in any languages, as the command line and the page make it, and what is told about reading it. */
export async function diagnosisOf(paste: string, policies: Case['policies'] = []) {
  const languages = await languagesFor([paste, ...policies.map(({ text }) => text)])
  const read = readGivenPolicies({ paste, policies }, languages)
  const reading = readAll(paste, languages)
  const sorted = sortReading(read?.given ?? { paste, policies }, reading)
  const given = sorted?.given ?? read?.given ?? { paste, policies }
  const diagnosis = diagnose(given, undefined, { ...reading, text: reading.rest })
  return { ...diagnosis, told: [...(read?.notices ?? []), ...(sorted?.notices ?? [])].join('\n') }
}
