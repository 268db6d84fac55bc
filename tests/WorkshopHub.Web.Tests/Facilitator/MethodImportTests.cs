using Bunit;
using Microsoft.AspNetCore.Components.Forms;
using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Facilitator.MethodPages;

namespace WorkshopHub.Web.Tests.Facilitator;

public sealed class MethodImportTests : MethodsContext
{
    private static readonly string Good = MethodReader.Write(BuiltInMethods.Find("closing-round")!.Copy("own-round", "Own round"));

    [Fact]
    public void METHOD_2_all_that_is_wrong_with_a_file_is_listed_each_with_its_place()
    {
        var page = Render<MethodImport>(x => x.Add(p => p.Account, new AccountId("amara")));

        Upload(page, Good.Replace("\"version\": 1", "\"version\": 0", StringComparison.Ordinal)
            .Replace("\"layout\": \"", "\"layout\": \"x-", StringComparison.Ordinal));

        page.WaitForElement(Test("method-file-faults"));
        var faults = page.FindAll($"{Test("method-file-faults")} li").Select(f => f.TextContent).ToList();
        Assert.Equal("version, line 3: 1 or more, at most 1000000. 0 stands here.", faults[0]);
        Assert.StartsWith("activities[0].layout, line ", faults[1], StringComparison.Ordinal);
        Assert.Empty(page.FindAll(Test("problem")));
    }

    [Fact]
    public void A_good_file_is_taken_and_what_was_wrong_before_is_gone()
    {
        Method? imported = null;
        var page = Render<MethodImport>(x => x.Add(p => p.Account, new AccountId("amara")).Add(p => p.Imported, m => imported = m));

        Upload(page, "{");
        page.WaitForElement(Test("method-file-faults"));
        Upload(page, Good);

        page.WaitForState(() => imported is not null);
        Assert.Equal("own-round", imported!.Id);
        Assert.Empty(page.FindAll(Test("method-file-faults")));
    }

    private static void Upload(IRenderedComponent<MethodImport> page, string text) =>
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText(text, "method.json", contentType: "application/json"));
}
