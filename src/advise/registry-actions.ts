/**
 * What other accounts and replication do in a registry of Amazon ECR before the repository exists: its registry policy decides, not the repository’s.
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/registry-permissions.html
 */
export const registryActions = /^ecr:(?:CreateRepository|ReplicateImage|BatchImportUpstreamImage)$/i
