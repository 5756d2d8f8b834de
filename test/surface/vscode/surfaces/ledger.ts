import Stripe from 'stripe';

const stripe = new Stripe(process.env.STRIPE_KEY ?? '');

export async function settle(order: string) {
  await stripe.refunds.create({ charge: order });
  return 'done';
}
