import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'pyarrow',
  language: 'python',
  reference: 'https://arrow.apache.org/docs/python/api.html',
  origin: 'read',
  resource: 'filesystem',

  calls: [
    ['csv.open_csv',             'read',      'arg 0:input_file'],
    ['csv.read_csv',             'read',      'arg 0:input_file'],
    ['csv.write_csv',            'write.set', 'arg 1:output_file'],
    ['dataset.dataset',          'read',      'arg 0:source'],
    ['dataset.write_dataset',    'write.set', 'arg 1:base_dir'],
    ['feather.read_feather',     'read',      'arg 0:source'],
    ['feather.read_table',       'read',      'arg 0:source'],
    ['feather.write_feather',    'write.set', 'arg 1:dest'],
    ['input_stream',             'read',      'arg 0:path'],
    ['json.read_json',           'read',      'arg 0:input_file'],
    ['memory_map',               'read',      'arg 0:path'],
    ['orc.read_table',           'read',      'arg 0:source'],
    ['orc.write_table',          'write.set', 'arg 1:where'],
    ['output_stream',            'write.set', 'arg 0:path'],
    ['parquet.ParquetFile',      'read',      'arg 0:source'],
    ['parquet.ParquetWriter',    'write.set', 'arg 0:where'],
    ['parquet.read_metadata',    'read',      'arg 0:where'],
    ['parquet.read_pandas',      'read',      'arg 0:source'],
    ['parquet.read_schema',      'read',      'arg 0:where'],
    ['parquet.read_table',       'read',      'arg 0:source'],
    ['parquet.write_metadata',   'write.set', 'arg 1:where'],
    ['parquet.write_table',      'write.set', 'arg 1:where'],
    ['parquet.write_to_dataset', 'write.add', 'arg 1:root_path'],
  ],

  harmless: ['*'],
});
