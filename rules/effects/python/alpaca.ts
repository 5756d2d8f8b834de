import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'alpaca',
  language: 'python',
  reference: 'https://alpaca.markets/sdks/python',
  origin: 'read',
  resource: 'money',

  calls: [
    ['*HistoricalDataClient#get_*',                     'read',      'args'],
    ['TradingClient#add_asset_to_watchlist_by_id',      'write.set', 'arg 0:watchlist_id'],
    ['TradingClient#cancel_order_by_id',                'destroy',   'arg 0:order_id'],
    ['TradingClient#cancel_orders',                     'destroy',   'this'],
    ['TradingClient#close_all_positions',               'external',  'arg 0:cancel_orders'],
    ['TradingClient#close_position',                    'external',  'arg 0:symbol_or_asset_id'],
    ['TradingClient#create_watchlist',                  'write.add', 'arg 0:watchlist_data'],
    ['TradingClient#delete_watchlist_by_id',            'destroy',   'arg 0:watchlist_id'],
    ['TradingClient#exercise_options_position',         'external',  'arg 0:symbol_or_contract_id'],
    ['TradingClient#get_*',                             'read',      'args'],
    ['TradingClient#remove_asset_from_watchlist_by_id', 'destroy',   'arg 0:watchlist_id'],
    ['TradingClient#replace_order_by_id',               'external',  'arg 0:order_id'],
    ['TradingClient#set_account_configurations',        'write.set', 'arg 0:account_configurations'],
    ['TradingClient#submit_order',                      'external',  'arg 0:order_data', { key: 'arg 0:order_data.client_order_id' }],
    ['TradingClient#update_watchlist_by_id',            'write.set', 'arg 0:watchlist_id'],
  ],

  harmless: [],
});
