// With a full ARN, no placeholder is left in a place’s commands that the ARN answers: people had to type names that they had just pasted.
import { describe, expect, it, test } from 'vitest'
import { type Place, places, withName, withNames } from '../../src/advise/places.ts'
import { resourcePlace } from '../../src/advise/resource-place.ts'
import { loadReference } from '../../src/hosting/load-reference.ts'
import { write } from '../../src/words/index.ts'

/** What an ARN doesn’t hold, "place PLACEHOLDER". */
const notInArn: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [/ <POLICY_NAME>$/, 'is the policy’s own name, which its writer chooses'],
  [/^bucket-table <(?:NAMESPACE|TABLE_NAME)>$/, 'is not in the ARN, which has the table’s ID'],
  [/^multi-region-access-point <ACCESS_POINT_NAME>$/, 'is not in the ARN, which has the alias'],
  [/ <FILE_SYSTEM_ID>$/, 'is not in the ARN of an access point'],
  [/ <KEY_ARN>$/, 'is not in the ARN of an alias, which get-key-policy doesn’t take'],
  [/^layer-version <VERSION>$/, 'is not in the ARN of the layer'],
  [/^sequence-store <ACCESS_POINT_ARN>$/, 'is of the access point that S3 made for the store'],
]

const reference = await loadReference()

/** An ARN of every form that a service’s resources have, with a value of its own in each hole. */
const arns: readonly (readonly [service: string, arn: string])[] = [...reference.services.values()].flatMap(
  ({ prefix, resourceTypes }) =>
    [...resourceTypes.values()].flatMap(({ forms }) => forms.map(({ raw }) => [prefix, filled(raw)] as const)),
)

function filled(form: string): string {
  const fixed = new Map([
    ['Partition', 'aws'],
    ['Region', 'eu-west-1'],
    ['Account', '111122223333'],
    ['AccessPointAlias', 'm1.mrap'],
  ])
  return form.replaceAll(/\$\{(\w+)\}/g, (_, hole: string) => fixed.get(hole) ?? `my-${hole}`)
}

/** Everything that the place prints for an ARN. */
function printed(service: string, arn: string): { readonly id: string; readonly text: string } | undefined {
  const found = resourcePlace(service, arn)
  if (!found) return undefined
  const { id, more } = found
  const place: Place = found.place
  const names = { name: found.name ?? place.standIn, more }
  const lines = [...(place.script ?? []), ...(place.put ?? []), ...(place.terraform?.lines ?? [])]
  const properties = Object.values(place.cloudFormation?.properties ?? {}).flat()
  const texts = [place.get ?? '', ...properties].map((text) => withNames(text, names))
  return { id, text: [...lines.map((line) => write(withName(line, names))), ...texts].join('\n') }
}

const all = arns.flatMap(([service, arn]) => {
  const found = printed(service, arn)
  return found ? [{ arn, ...found }] : []
})

describe('the commands for', () => {
  it.each(all)('$arn ask for nothing that it says', ({ id, text }) => {
    const left = [...new Set(text.match(/<[A-Z][A-Z_]+>/g) ?? [])]
    expect(left.filter((each) => !notInArn.some(([pattern]) => pattern.test(`${id} ${each}`)))).toEqual([])
  })

  test('are those of nearly every place', () => {
    const tried = new Set(all.map(({ id }) => id))
    const ofResources = Object.entries<Place>(places).flatMap(([id, place]) =>
      place.resource && !place.resource.actions ? [id] : [],
    )
    expect(ofResources.filter((id) => !tried.has(id as never))).toEqual([])
  })

  // biome-ignore format: one row per line
  it.each([
    ['mediapackagev2', 'arn:aws:mediapackagev2:eu-west-1:111122223333:channelGroup/sports/channel/final/originEndpoint/hls', 'aws mediapackagev2 get-origin-endpoint-policy --channel-group-name sports --channel-name final --origin-endpoint-name hls'],
    ['s3tables', 'arn:aws:s3tables:eu-west-1:111122223333:bucket/lake/table/0f1e', '--table-bucket-arn arn:aws:s3tables:eu-west-1:111122223333:bucket/lake '],
    ['codeartifact', 'arn:aws:codeartifact:eu-west-1:111122223333:repository/acme/npm', '--domain acme --repository npm'],
    ['sqs', 'arn:aws:sqs:eu-west-1:111122223333:orders', '--queue-url https://sqs.eu-west-1.amazonaws.com/111122223333/orders'],
    ['sqs', 'arn:aws-cn:sqs:cn-north-1:111122223333:orders', '--queue-url https://sqs.cn-north-1.amazonaws.com.cn/111122223333/orders'],
    ['lambda', 'arn:aws:lambda:eu-west-1:111122223333:layer:tools:7', '--layer-name tools --version-number 7'],
    ['s3', 'arn:aws:s3:eu-west-1:111122223333:accesspoint/finance', '--account-id 111122223333 --name finance'],
    ['execute-api', 'arn:aws:execute-api:eu-west-1:111122223333:/domainnames/api.example.com+a1b2', '--domain-name api.example.com --domain-name-id a1b2'],
    // A pattern in the message, and a text that a shell would run, aren’t names.
    ['sqs', 'arn:aws:sqs:*:111122223333:orders', '--queue-url <QUEUE_URL>'],
    ['codeartifact', 'arn:aws:codeartifact:eu-west-1:111122223333:repository/$(id)/npm', '--domain <DOMAIN_NAME> --repository npm'],
  ])('%s: %s', (service, arn, says) => expect(printed(service, arn)?.text).toContain(says))
})
