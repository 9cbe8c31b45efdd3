// biome-ignore-all lint/suspicious/noTemplateCurlyInString: AWS writes its variables this way
// The element that the user is typing in a policy, at the mark |.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeInPolicy } from '../../src/checker/editor/place-in-policy.ts'

test.each<[text: string, kind: string | undefined, typed?: string]>([
  ['{"Statement":[{"Action":"s3:Get|', 'action', 's3:Get'],
  ['{"Statement":[{"Action":["s3:Get*", "ec2|', 'action', 'ec2'],
  ['{"Statement":[{"NotAction":["|"]}]}', 'action', ''],
  ['{"Statement":[{"Effect":"Al|', 'effect', 'Al'],
  ['{"Vers|', 'policy-element', 'Vers'],
  ['{"Version":"2012|', 'version', '2012'],
  ['{"Version":"2012-10-17","Stat|', 'policy-element', 'Stat'],
  ['{"Statement":[{"Principal":{"Ser|', 'principal-kind', 'Ser'],
  ['{"Statement":[{"NotPrincipal":{"AWS":"1","Fed|', 'principal-kind', 'Fed'],
  ['{"Statement":[{"Principal":{"AWS":"arn|', 'principal', 'arn'],
  ['{"Statement":[{"Resource":"arn:aws:s3:::b/${aws:us|', 'variable', 'aws:us'],
  ['{"Statement":[{"Resource":"arn:aws:s3:::b/${aws:username}/x|', 'resource'],
  ['{"Statement":[{"Condition":{"StringLike":{"s3:prefix":["a","${|', 'variable', ''],
  ['{"Statement":[{"Resource":"arn|', 'resource', 'arn'],
  ['{"Statement":[{"Eff|', 'element', 'Eff'],
  ['{"Statement":[{"Effect":"Allow","Act|', 'element', 'Act'],
  ['{"Statement":[{"Condition":{"Str|', 'operator', 'Str'],
  ['{"Statement":[{"Condition":{"StringEquals":{"aws:|', 'condition-key', 'aws:'],
  ['{"Statement":[{"Condition":{"StringEquals":{"aws:a":"x","s3:|', 'condition-key', 's3:'],
  ['{"Statement":[{"Condition":{"StringEquals":{"aws:a":"x|', undefined],
  ['{"Statement":[{"Action":"a"}], |', undefined],
])('%s', (text, kind, typed) => {
  const place = placeInPolicy(text.replace('|', ''), text.indexOf('|'))
  expect(place?.kind).toBe(kind)
  if (typed !== undefined) expect(place?.typed).toBe(typed)
})

test('never throws, whatever the text', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('"', '{', '}', '[', ']', ':', ',', 'a', '\\', '\n') }),
      fc.nat(),
      (text, at) => {
        placeInPolicy(text, at % (text.length + 1))
      },
    ),
  )
})
