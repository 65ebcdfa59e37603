namespace NetLint.Syntax.Tests;

public sealed class JsonTests
{
    [Theory]
    [InlineData("{\n\t\"a\":1,\n\t\"b\":\t[\n\t\t1,\n\t\t\"x\\/y\"\n\t],\n\t\"c\": {\n\t\t\"d\": null\n\t}\n}\n", "{'a': 1, 'b': [1, 'x/y'], 'c': {'d': null}}")]
    [InlineData("\t{\"a\":1}", "{'a': 1}")]
    [InlineData("[{\"a\":1},\n\t{\"b\":\"\\ud83d\\ude00\"}]", "[{'a': 1}, {'b': '😀'}]")]
    [InlineData("{\"a\":\"x\",\"b\":true,\"c\":-1.5e3}", "{'a': 'x', 'b': true, 'c': -1.5e3}")]
    [InlineData("{\"a\":{},\"b\":[]}", "{'a': {}, 'b': []}")]
    [InlineData("{\"a\"\n:\n1\n}", "{'a': 1}")]
    [InlineData("{\"a\":\"tab\\there\",\"b\":\"\\u00e9\"}", "{'a': 'tab\there', 'b': 'é'}")]
    public void Json_is_read(string text, string tree)
    {
        var document = Markup.ReadOne(text);
        Assert.Equal([], document.Errors);
        Assert.Equal(tree, Markup.Show(document.Root));
    }

    [Theory]
    [InlineData("{\"a\":1}\n{\"b\":2}\n")]
    [InlineData("{\"a\":1}{\"b\":2}")]
    [InlineData("---\n{\"a\":1}  {\"b\":2}")]
    public void Json_documents_one_after_another_are_documents(string text)
    {
        var documents = Markup.Read(text).Documents;
        Assert.Equal(2, documents.Length);
        Assert.All(documents, document => Assert.Equal([], document.Errors));
        Assert.Equal(["{'a': 1}", "{'b': 2}"], documents.Select(document => Markup.Show(document.Root)));
        Assert.Equal(text.IndexOf("{\"b\"", StringComparison.Ordinal), documents[1].Root!.Span.Start);
    }

    [Fact]
    public void Braces_in_strings_do_not_end_a_json_document()
    {
        var document = Markup.ReadOne("""{"a":"}{","b":"\"}{"}""");
        Assert.Equal("""{'a': '}{', 'b': '"}{'}""", Markup.Show(document.Root));
    }
}
