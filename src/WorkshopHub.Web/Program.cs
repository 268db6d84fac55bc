var builder = WebApplication.CreateBuilder(args);
var app = builder.Build();
app.MapGet("/", () => "WorkshopHub");
app.Run();

public partial class Program;
