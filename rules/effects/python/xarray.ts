import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'xarray',
  language: 'python',
  reference: 'https://docs.xarray.dev/en/stable/api.html',
  origin: 'read',
  resource: 'filesystem',
  extends: { DataArray: 'Dataset' },
  instances: { Dataset: ['Dataset#**()', 'concat()', 'load_*()', 'merge()', 'open_*()'] },

  calls: [
    ['Dataset#to_netcdf', 'write.set', 'arg 0:path', { if: 'arg 0:path present' }],
    ['Dataset#to_zarr',   'write.set', 'arg 0:store'],
    ['load_dataarray',    'read',      'arg 0:filename_or_obj'],
    ['load_dataset',      'read',      'arg 0:filename_or_obj'],
    ['open_dataarray',    'read',      'arg 0:filename_or_obj'],
    ['open_dataset',      'read',      'arg 0:filename_or_obj'],
    ['open_mfdataset',    'read',      'arg 0:paths'],
    ['open_zarr',         'read',      'arg 0:store'],
    ['save_mfdataset',    'write.set', 'arg 1:paths'],
  ],

  harmless: ['*', 'Dataset#**'],
});
