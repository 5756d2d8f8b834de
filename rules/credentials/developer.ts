import { defineVendors } from '../kit/index.js';

/** Code hosts, package registries, work tracking. */
export default defineVendors({
  field: 'developer',
  reference: 'https://docs.github.com/en/code-security/secret-scanning/introduction/supported-secret-scanning-patterns',

  shapes: [
    ['ghp_', 'GitHub', 'unknown', 'alnum 36', { checksum: true, wide: 'a fine-grained token that only reads' }],
    ['gho_', 'GitHub', 'unknown', 'alnum 36', { checksum: true }],
    ['ghu_', 'GitHub', 'unknown', 'alnum 36', { checksum: true }],
    ['ghs_', 'GitHub', 'unknown', 'alnum 36', { checksum: true }],
    ['ghs_', 'GitHub', 'unknown', 'dotted 60+'],
    ['ghr_', 'GitHub', 'unknown', 'alnum 36', { checksum: true }],
    ['github_pat_', 'GitHub', 'unknown', 'word 60-100'],
    ['glpat-', 'GitLab', 'unknown', 'dotted 20+'],
    ['gldt-', 'GitLab', 'unknown', 'dotted 20+'],
    ['glrt-', 'GitLab', 'unknown', 'dotted 20+'],
    ['glptt-', 'GitLab', 'unknown', 'hex 40'],
    ['ATBB', 'Bitbucket', 'unknown', 'alnum 32'],
    ['npm_', 'npm', 'unknown', 'alnum 36', { checksum: true }],
    ['pypi-AgEIcHlwaS5vcmc', 'PyPI', 'unknown', 'url 50+'],
    ['rubygems_', 'RubyGems', 'unknown', 'hex 48'],
    ['dckr_pat_', 'Docker Hub', 'unknown', 'url 27+'],
    ['dckr_oat_', 'Docker Hub', 'unknown', 'url 27+'],
    ['CCIPAT_', 'CircleCI', 'unknown', 'word 40+'],
    ['bkua_', 'Buildkite', 'unknown', 'hex 40'],
    ['sqp_', 'SonarQube', 'unknown', 'hex 40'],
    ['squ_', 'SonarQube', 'unknown', 'hex 40'],

    ['lin_api_', 'Linear', 'unknown', 'alnum 40'],
    ['lin_oauth_', 'Linear', 'unknown', 'hex 64'],
    ['ntn_', 'Notion', 'unknown', 'alnum 40-50'],
    ['secret_', 'Notion', 'unknown', 'alnum 43'],
    ['ATATT3', 'Atlassian', 'unknown', 'padded 160-260'],
    ['ATCTT3', 'Atlassian', 'unknown', 'padded 160-260'],
    ['figd_', 'Figma', 'unknown', 'url 40+'],
    ['pat-na1-', 'HubSpot', 'unknown', 'url 36'],
    ['pat-eu1-', 'HubSpot', 'unknown', 'url 36'],
    ['CFPAT-', 'Contentful', 'unknown', 'url 43'],
    ['shpat_', 'Shopify', 'unknown', 'hex 32'],
    ['shpca_', 'Shopify', 'unknown', 'hex 32'],
    ['shppa_', 'Shopify', 'unknown', 'hex 32'],
    ['shpss_', 'Shopify', 'unknown', 'hex 32'],
    ['sk.eyJ', 'Mapbox', 'unknown', 'dotted 60+'],
    ['pk.eyJ', 'Mapbox', 'public', 'dotted 60+'],
  ],

  named: [
    [['algolia', 'admin'], 'Algolia', /^[0-9a-f]{32}$/],
    [['airtable'], 'Airtable', /^pat[A-Za-z0-9]{14}\.[0-9a-f]{64}$/],
  ],
});
