/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every endpoint that README files, docs, Kamelets, templates and examples show exists, with these options. */
class EndpointUriTest {
    private final EndpointCheck check;

    EndpointUriTest() throws Exception {
        check = new EndpointCheck();
    }

    @Test
    void everyEndpointInTheRepositoryIsKnownToTheCatalog() throws Exception {
        List<Mention> mentions = Mentions.in(Path.of(System.getProperty("repository")));

        List<String> problems = new ArrayList<>();
        for (Mention mention : mentions) {
            problems.addAll(check.problems(mention));
        }
        assertThat(problems).isEmpty();
        assertThat(mentions)
                .extracting(Mention::where)
                .contains(
                        "routes/src/main/resources/kamelets/amazonvendor-purchase-order-sweep-source.kamelet.yaml",
                        "routes/src/main/resources/camel-template/purchase-orders-to-endpoint.yaml",
                        "docs/using-it.md",
                        "docs/operating.md")
                .anyMatch(where -> where.startsWith("examples/"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "amazonvendor:purchaseOrderState?account=acme; not allowed",
                "amazonvendor:purchaseOrderStatus?acount=acme; acount",
                "amazonvendor:purchaseOrderStatus?account=acme&limit=many; limit=many",
                "kamelet:amazonvendor-purchase-order-status-source?acount=acme; acount",
                "kamelet:amazonvendor-purchase-order-status-source?region=Europe; Europe",
                "kamelet:amazonvendor-purchase-order-status-source?delay=often; often",
                "kamelet:amazonvendor-orders-source?account=acme; no Kamelet",
                "partnercenter:getOrders?account=contoso&customer=1; customer",
                "kamelet:partnercenter-purchase-order-sweep-source?cloud=moon; moon",
                "pos:searchPurchaseOrders?account=tickets&sortOrder=UP; UP",
                "kamelet:pos-purchase-order-status-source?apikey=1; apikey"
            })
    void aMistakeIsFoundInEveryKindOfText(String uri, String problem) throws Exception {
        assertProblem("README.md", "Use `" + uri + "`.", problem);
        assertProblem("README.md", "```java\nfrom(\"" + uri + "\").to(\"log:x\");\n```\n", problem);
        assertProblem("README.md", "```yaml\n- from:\n    uri: \"" + uri + "\"\n```\n", problem);
        assertProblem("orders.camel.yaml", "- route:\n    from: \"" + uri + "\"\n", problem);
        assertProblem("Hub.java", "from(\"" + uri + "\")", problem);
    }

    @Test
    void aMistakeInParametersIsFound() throws Exception {
        String route = "- route:\n    from:\n      uri: %s\n      parameters:\n        operation: purchaseOrderStatus\n"
                + "        %s: {{account}}\n";
        assertProblem("a.yaml", route.formatted("amazonvendor", "acount").replace("{{account}}", "acme"), "acount");
        assertProblem("a.yaml", "- to: {uri: \"amazonvendour:getPurchaseOrders\"}", "no component");
        assertProblem(
                "application.properties",
                "camel.kamelet.amazonvendor-purchase-order-status-source.acount=acme",
                "acount");
    }

    @Test
    void whatIsRightIsNotReported() throws Exception {
        assertThat(
                        problems(
                                "README.md",
                                """
                        Ask with `amazonvendor:getPurchaseOrder`.
                        ```yaml
                        - from:
                            uri: amazonvendor
                            parameters: {operation: purchaseOrderStatus, account: acme, delay: "{{delay}}"}
                            steps:
                              - to: {uri: "kamelet:amazonvendor-get-purchase-order-action", parameters: {account: acme}}
                              - to: "log:orders?level=INFO"
                        ```
                        """))
                .isEmpty();
    }

    private void assertProblem(String name, String text, String problem) throws Exception {
        assertThat(problems(name, text)).as(text).singleElement().asString().contains(problem);
    }

    private List<String> problems(String name, String text) throws Exception {
        List<String> problems = new ArrayList<>();
        for (Mention mention : Mentions.in(name, text)) {
            problems.addAll(check.problems(mention));
        }
        return problems;
    }
}
