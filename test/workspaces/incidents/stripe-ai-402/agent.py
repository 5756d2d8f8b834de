import os
import uuid

import stripe
from langchain.agents import create_agent
from langchain_core.tools import tool

stripe.api_key = os.environ["STRIPE_API_KEY"]


# @tier privileged
@tool
def create_payment_intent(customer: str, amount: int, currency: str) -> str:
    """Charge a customer."""
    intent = stripe.PaymentIntent.create(customer=customer, amount=amount, currency=currency, confirm=True)
    return intent.id


# @tier privileged
@tool
def create_invoice_item(customer: str, amount: int) -> str:
    """Put an amount on the customer's next invoice."""
    item = stripe.InvoiceItem.create(customer=customer, amount=amount, currency="usd", idempotency_key=str(uuid.uuid4()))
    return item.id


agent = create_agent("openai:gpt-5", tools=[create_payment_intent, create_invoice_item])

if __name__ == "__main__":
    agent.invoke({"messages": [{"role": "user", "content": "Charge cus_1 for order 1001: 49 dollars."}]}, {"recursion_limit": 20})
