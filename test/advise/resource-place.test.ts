// Where the policy of each type of resource stands, and the name that commands take.
import { expect, test } from 'vitest'
import { resourcePlace } from '../../src/advise/resource-place.ts'

const at = 'eu-west-1:111122223333'
test.each<[arn: string, place: string | undefined, name: string | undefined]>([
  ['arn:aws:s3:::my-bucket/a/b', 'bucket', 'my-bucket'],
  ['arn:aws:s3:::accesspoint-logs/a', 'bucket', 'accesspoint-logs'],
  [`arn:aws:s3:${at}:accesspoint/reports`, 'access-point', 'reports'],
  [`arn:aws:s3:${at}:accesspoint/reports/object/a/b`, 'access-point', 'reports'],
  [`arn:aws:s3:${at}:job/1`, undefined, undefined],
  [`arn:aws:s3express:${at}:bucket/b--euw1-az1--x-s3`, 'directory-bucket', 'b--euw1-az1--x-s3'],
  [`arn:aws:codeartifact:${at}:domain/d`, 'package-domain', 'd'],
  [`arn:aws:codeartifact:${at}:repository/d/r`, 'package-repository', 'r'],
  [`arn:aws:s3tables:${at}:bucket/b`, 'table-bucket', `arn:aws:s3tables:${at}:bucket/b`],
  [`arn:aws:s3tables:${at}:bucket/b/table/1`, undefined, undefined],
  [`arn:aws:glue:${at}:database/sales`, 'catalog', `arn:aws:glue:${at}:database/sales`],
  [`arn:aws:logs:${at}:destination:central`, 'log-destination', 'central'],
  [`arn:aws:logs:${at}:log-group:app`, undefined, undefined],
  [`arn:aws:ses:${at}:identity/example.com`, 'email-identity', 'example.com'],
  [`arn:aws:sagemaker:${at}:model-package-group/m`, 'model-package-group', 'm'],
  [`arn:aws:sagemaker:${at}:notebook-instance/n`, undefined, undefined],
  ['*', undefined, undefined],
])('%s', (arn, id, name) => {
  const service = arn.split(':')[2] ?? 'ec2'
  const found = resourcePlace(service, arn)
  expect([found?.id, found?.name]).toEqual([id, name])
})
