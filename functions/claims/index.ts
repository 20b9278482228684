import type { PreTokenGenerationV2TriggerHandler } from 'aws-lambda';

/**
 * Where Cognito is the issuer: puts into access tokens what the default claims mapping reads. Roles are the
 * person’s groups; somebody in no group is an applicant.
 */
export const handler: PreTokenGenerationV2TriggerHandler = async (event) => {
  const { userAttributes, groupConfiguration } = event.request;
  const groups = groupConfiguration.groupsToOverride ?? [];
  event.response.claimsAndScopeOverrideDetails = {
    accessTokenGeneration: {
      claimsToAddOrOverride: {
        roles: (groups.length > 0 ? groups : ['applicant']).join(' '),
        name: userAttributes.name ?? '',
        email: userAttributes.email ?? '',
        email_verified: userAttributes.email_verified ?? '',
        phone_number: userAttributes.phone_number ?? '',
        phone_number_verified: userAttributes.phone_number_verified ?? '',
        office: userAttributes['custom:office'] ?? '',
        town: userAttributes['custom:town'] ?? '',
      },
    },
  };
  return event;
};
