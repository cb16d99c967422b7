"""Talks to `errkb mcp` with the official client: client.py ERRKB CATALOGUE MODE.

The client holds every result against the protocol's types and every structured content against the
tool's own schema; what it got is printed as one JSON object.
"""

import asyncio
import json
import sys

from mcp import MCPError, StdioServerParameters
from mcp.client.client import Client
from mcp_types import ResourceTemplateReference


async def main(program, catalogue, mode):
    server = StdioServerParameters(
        command=program, args=["mcp", "--catalogue", catalogue, "--lang", "fr"]
    )
    seen = {}
    async with Client(server, mode=mode, cache=None, read_timeout_seconds=60) as client:
        seen["version"] = client.protocol_version
        seen["server"] = client.server_info.name
        seen["instructions"] = client.instructions
        tools = (await client.list_tools()).tools
        seen["tools"] = [tool.name for tool in tools]

        async def call(name, **arguments):
            result = await client.call_tool(name, arguments)
            return {
                "isError": result.is_error,
                "text": result.content[0].text,
                "structure": result.structured_content,
            }

        seen["show"] = await call("show", id=10061)
        seen["elsewhere"] = await call("show", id="MSSQLSERVER_10061", lang="de")
        seen["unknown"] = await call("show", id="99999999")
        seen["search"] = await call("search", words="connexion refusée", limit=3)
        seen["explain"] = await call("explain", text="Error: 18456, Severity: 14, State: 38.\n")
        try:
            seen["misfit"] = await call("show")
        except MCPError as error:
            seen["misfit"] = {"code": error.error.code}

        uris, cursor, pages = [], None, 0
        while True:
            page = await client.list_resources(cursor=cursor)
            uris += [str(resource.uri) for resource in page.resources]
            pages, cursor = pages + 1, page.next_cursor
            if cursor is None:
                break
        seen["resources"] = {"count": len(uris), "distinct": len(set(uris)), "pages": pages}
        templates = (await client.list_resource_templates()).resource_templates
        seen["templates"] = [template.uri_template for template in templates]
        read = await client.read_resource("errkb://MSSQLSERVER/10061/fr-FR")
        seen["read"] = read.contents[0].text
        for uri in uris[:: max(1, len(uris) // 20)]:
            assert (await client.read_resource(uri)).contents[0].text, uri
        try:
            await client.read_resource("errkb://MSSQLSERVER/99999999/fr")
        except MCPError as error:
            seen["missing"] = error.error.code
        completion = await client.complete(
            ResourceTemplateReference(type="ref/resource", uri=seen["templates"][0]),
            {"name": "locale", "value": "f"},
            {"source": "MSSQLSERVER", "id": "10061"},
        )
        seen["completion"] = completion.completion.values
    print(json.dumps(seen))


asyncio.run(main(*sys.argv[1:]))
