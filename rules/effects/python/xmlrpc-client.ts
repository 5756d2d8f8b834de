import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'xmlrpc.client',
  language: 'python',
  reference: 'https://docs.python.org/3/library/xmlrpc.client.html',
  origin: 'read',
  resource: 'network',
  calls: [],
  harmless: [
    'Binary', 'Binary#*', 'Boolean', 'DateTime', 'DateTime#*', 'Marshaller#*', 'SafeTransport', 'SafeTransport#*', 'Server',
    'ServerProxy', 'Transport', 'Transport#*', 'Unmarshaller#*', 'dumps', 'gzip_decode', 'gzip_encode', 'loads',
  ],
});
