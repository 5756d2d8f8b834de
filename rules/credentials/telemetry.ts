import { defineVendors } from '../kit/index.js';

/** What programs say of themselves: errors, metrics, traces, flags. It is often sent to one place from everywhere. */
export default defineVendors({
  field: 'telemetry',
  reference: 'https://docs.sentry.io/account/auth-tokens and the vendors named in each row',

  shapes: [
    ['sntrys_', 'Sentry', 'unknown', 'base64 60-400'],
    ['sntryu_', 'Sentry', 'unknown', 'hex 64'],
    ['phx_', 'PostHog', 'unknown', 'alnum 40+'],
    ['phc_', 'PostHog', 'public', 'alnum 40+'],
    ['glsa_', 'Grafana', 'unknown', 'word 41'],
    ['glc_eyJ', 'Grafana Cloud', 'unknown', 'base64 40-400'],
    ['NRAK-', 'New Relic', 'unknown', 'upper 27'],
    ['sdk-', 'LaunchDarkly', 'unknown', 'url 36', { named: ['launchdarkly', 'ld'] }],
  ],

  named: [
    [['datadog', 'key'], 'Datadog', /^(?:[0-9a-f]{32}|[0-9a-f]{40})$/],
    [['dd', 'key'], 'Datadog', /^(?:[0-9a-f]{32}|[0-9a-f]{40})$/],
  ],
});
