import { prefixOf } from '../denial/index.ts'

/** "https://sqs.eu-west-1.amazonaws.com/" */
const host = /\b([a-z0-9-]{2,40})\.([a-z]{2}(?:-[a-z]{2,12}){1,2}-\d)\.amazonaws\.com\b/g
/** "--region eu-west-1", "AWS_DEFAULT_REGION: eu-west-1", "aws-region: eu-west-1" */
const setting =
  /(?:--region|\bAWS_(?:DEFAULT_)?REGION|\baws-region|\bawsRegion)["']?[ \t]{0,4}[=:]?[ \t]{0,4}["']?([a-z]{2}(?:-[a-z]{2,12}){1,2}-\d)\b/g
/** Longer texts don't say more about one call. */
const longest = 20_000

/** The Region that an address of the service, or else a setting, names in a paste; undefined where nothing does, or where several are named. */
export function regionClue(paste: string, service: string): string | undefined {
  const text = paste.slice(0, longest)
  const hosts = [...text.matchAll(host)].flatMap(([, name = '', region]) =>
    region !== undefined && prefixOf(name) === service ? [region] : [],
  )
  return only(hosts) ?? only([...text.matchAll(setting)].flatMap(([, region]) => region ?? []))
}

function only(found: readonly string[]): string | undefined {
  const [first, ...others] = new Set(found)
  return others.length === 0 ? first : undefined
}
