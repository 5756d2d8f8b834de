import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'geopandas',
  language: 'python',
  reference: 'https://geopandas.org/en/stable/docs/reference/io.html',
  origin: 'read',
  resource: 'filesystem',
  extends: { GeoSeries: 'GeoDataFrame' },
  instances: { GeoDataFrame: ['GeoDataFrame#**()', 'GeoDataFrame.from_*()', 'points_from_xy()', 'read_*()', 'sjoin()'] },

  calls: [
    ['GeoDataFrame#to_csv',     'write.set', 'arg 0:path_or_buf', { if: 'arg 0:path_or_buf present' }],
    ['GeoDataFrame#to_feather', 'write.set', 'arg 0:path'],
    ['GeoDataFrame#to_file',    'write.add', 'arg 0:filename',    { if: 'arg :mode = a' }],
    ['GeoDataFrame#to_file',    'write.set', 'arg 0:filename'],
    ['GeoDataFrame#to_parquet', 'write.set', 'arg 0:path'],
    ['GeoDataFrame#to_postgis', 'write.add', 'arg 0:name',        { if: 'arg 3:if_exists = append', resource: 'database' }],
    ['GeoDataFrame#to_postgis', 'write.set', 'arg 0:name',        { if: 'arg 3:if_exists = replace', resource: 'database' }],
    ['GeoDataFrame#to_postgis', 'write.add', 'arg 0:name',        { resource: 'database', exclusive: true }],
    ['list_layers',             'read',      'arg 0:filename'],
    ['read_feather',            'read',      'arg 0:path'],
    ['read_file',               'read',      'arg 0:filename'],
    ['read_parquet',            'read',      'arg 0:path'],
    ['read_postgis',            'sql',       'arg 0:sql',         { resource: 'database' }],
  ],

  harmless: ['*', 'GeoDataFrame#**'],
});
