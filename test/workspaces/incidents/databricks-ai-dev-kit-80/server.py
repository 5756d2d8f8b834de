from typing import Any

from databricks.sdk import WorkspaceClient
from databricks.sdk.service.jobs import NotebookTask, Task
from fastmcp import FastMCP

mcp = FastMCP("databricks")
client = WorkspaceClient()


@mcp.tool(annotations={"readOnlyHint": True})
def list_jobs(name: str) -> list[dict[str, Any]]:
    """List jobs with a name."""
    return [job.as_dict() for job in client.jobs.list(name=name, limit=25)]


@mcp.tool(annotations={"readOnlyHint": False, "destructiveHint": False})
def create_job(name: str, notebook: str) -> int | None:
    """Create a job that runs a notebook."""
    task = Task(task_key="main", notebook_task=NotebookTask(notebook_path=notebook))
    return client.jobs.create(name=name, tasks=[task]).job_id


@mcp.tool(annotations={"readOnlyHint": False, "destructiveHint": False})
def create_cluster(name: str, workers: int) -> str | None:
    """Create a cluster and wait until it runs."""
    cluster = client.clusters.create(cluster_name=name, spark_version="16.4.x-scala2.12", num_workers=workers).result()
    return cluster.cluster_id


if __name__ == "__main__":
    mcp.run()
