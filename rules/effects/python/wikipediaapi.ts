import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'wikipediaapi',
  language: 'python',
  reference: 'https://wikipedia-api.readthedocs.io',
  origin: 'read',
  resource: 'network',
  instances: {
    WikipediaPage: ['Wikipedia#article()', 'Wikipedia#page()'],
  },
  extends: {
    AsyncWikipedia: 'Wikipedia',
  },

  calls: [
    ['Wikipedia#backlinks',       'read', 'arg 0:page'],
    ['Wikipedia#categories',      'read', 'arg 0:page'],
    ['Wikipedia#categorymembers', 'read', 'arg 0:page'],
    ['Wikipedia#extracts',        'read', 'arg 0:page'],
    ['Wikipedia#geosearch',       'read', 'arg :coord'],
    ['Wikipedia#info',            'read', 'arg 0:page'],
    ['Wikipedia#langlinks',       'read', 'arg 0:page'],
    ['Wikipedia#links',           'read', 'arg 0:page'],
    ['Wikipedia#random',          'read', 'arg :ns'],
    ['Wikipedia#search',          'read', 'arg 0:query'],
    ['WikipediaPage#exists',      'read', 'this'],
  ],

  harmless: ['Wikipedia#article', 'Wikipedia#page', 'WikipediaPage#section_by_title'],
});
