/** Adds a domain of a customer. Run by hand, twice a year. */
const RAILWAY_API_TOKEN = '{{railway}}';

const response = await fetch('https://backboard.railway.com/graphql/v2', {
  method: 'POST',
  headers: { authorization: `Bearer ${RAILWAY_API_TOKEN}`, 'content-type': 'application/json' },
  body: JSON.stringify({
    query: 'mutation ($input: CustomDomainCreateInput!) { customDomainCreate(input: $input) { id } }',
    variables: { input: { domain: process.argv[2], serviceId: process.env.SERVICE_ID } },
  }),
});
console.log(await response.text());
