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
  [`arn:aws:s3tables:${at}:bucket/b/table/1`, 'bucket-table', `arn:aws:s3tables:${at}:bucket/b/table/1`],
  [`arn:aws:glue:${at}:database/sales`, 'catalog', `arn:aws:glue:${at}:database/sales`],
  [`arn:aws:logs:${at}:destination:central`, 'log-destination', 'central'],
  [`arn:aws:logs:${at}:log-group:app`, 'log-group', undefined],
  [`arn:aws:ses:${at}:identity/example.com`, 'email-identity', 'example.com'],
  [`arn:aws:sagemaker:${at}:model-package-group/m`, 'model-package-group', 'm'],
  [`arn:aws:sagemaker:${at}:notebook-instance/n`, undefined, undefined],
  // A policy also decides about what is in its resource.
  [`arn:aws:dynamodb:${at}:table/Sales/index/ByDay`, 'table', `arn:aws:dynamodb:${at}:table/Sales`],
  [`arn:aws:dynamodb:${at}:table/Sales/stream/2026`, 'table', `arn:aws:dynamodb:${at}:table/Sales/stream/2026`],
  [`arn:aws:dynamodb:${at}:table/Sales/backup/1`, undefined, undefined],
  [`arn:aws:sns:${at}:alarms:0a1b`, 'topic', `arn:aws:sns:${at}:alarms`],
  [`arn:aws:es:${at}:domain/logs/app-2026/_search`, 'domain', 'logs'],
  [
    `arn:aws:acm-pca:${at}:certificate-authority/a/certificate/1`,
    'certificate-authority',
    `arn:aws:acm-pca:${at}:certificate-authority/a`,
  ],
  [`arn:aws:vpc-lattice:${at}:service/svc-1/orders`, 'lattice-service', 'svc-1'],
  [`arn:aws:s3vectors:${at}:bucket/b/index/i`, 'vector-bucket', `arn:aws:s3vectors:${at}:bucket/b`],
  [
    `arn:aws:s3-outposts:${at}:outpost/op-1/bucket/b/object/k`,
    'outposts-bucket',
    `arn:aws:s3-outposts:${at}:outpost/op-1/bucket/b`,
  ],
  // A placeholder for another resource doesn't name it.
  [`arn:aws:kms:${at}:alias/app`, 'key', undefined],
  [`arn:aws:elasticfilesystem:${at}:access-point/fsap-1`, 'file-system', undefined],
  [`arn:aws:elasticfilesystem:${at}:file-system/fs-1`, 'file-system', 'fs-1'],
  ['arn:aws:s3::111122223333:accesspoint/m1.mrap/object/a', 'multi-region-access-point', undefined],
  // Other resources of the same services have no policy.
  [`arn:aws:lambda:${at}:event-source-mapping:1`, undefined, undefined],
  [`arn:aws:events:${at}:rule/nightly`, undefined, undefined],
  [`arn:aws:backup:${at}:recovery-point:1`, undefined, undefined],
  [`arn:aws:glue:${at}:job/nightly`, undefined, undefined],
  [`arn:aws:cloudtrail:${at}:trail/all`, undefined, undefined],
  // Two places of one service.
  [`arn:aws:lambda:${at}:layer:tools:3`, 'layer-version', undefined],
  [
    `arn:aws:imagebuilder:${at}:image-recipe/r/1.0.0`,
    'image-recipe',
    `arn:aws:imagebuilder:${at}:image-recipe/r/1.0.0`,
  ],
  [`arn:aws:mediapackagev2:${at}:channelGroup/g/channel/c/originEndpoint/e`, 'origin-endpoint', 'e'],
  ['*', undefined, undefined],
])('%s', (arn, id, name) => {
  const service = arn.split(':')[2] ?? 'ec2'
  const found = resourcePlace(service, arn)
  expect([found?.id, found?.name]).toEqual([id, name])
})

// Where nothing names the resource, only a service whose policies decide about calls has a place.
test.each([
  ['s3', 'bucket'],
  ['kms', 'key'],
  ['glacier', 'vault'],
  ['organizations', 'delegation'],
  ['codebuild', undefined],
  ['xray', undefined],
  ['logs', undefined],
  ['ec2', undefined],
  ['apigateway', undefined],
])('an unnamed resource of %s', (service, id) => {
  expect(resourcePlace(service, '*')?.id).toBe(id)
})

// https://docs.aws.amazon.com/AmazonECR/latest/userguide/registry-permissions.html
test.each([
  ['ecr:CreateRepository', 'registry'],
  ['ecr:ReplicateImage', 'registry'],
  ['ecr:BatchImportUpstreamImage', 'registry'],
  ['ecr:BatchGetImage', 'repository'],
])('%s is decided by the policy of the %s', (action, id) => {
  expect(resourcePlace('ecr', `arn:aws:ecr:${at}:repository/app`, action)?.id).toBe(id)
})
